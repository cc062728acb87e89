"use strict";
(function () {
  var folds = Array.from(document.querySelectorAll("details[data-fold]"));
  var bar = document.querySelector("[data-filter]");
  var items = Array.from(document.querySelectorAll("[data-status]"));
  var shown = document.querySelector("[data-shown]");

  function show(status) {
    var count = 0;
    items.forEach(function (item) {
      item.hidden = status !== "all" && item.dataset.status !== status;
      count += item.hidden ? 0 : 1;
    });
    document.querySelectorAll("[data-group]").forEach(function (group) {
      group.hidden = !group.querySelector("[data-status]:not([hidden])");
    });
    bar.querySelectorAll("button").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.show === status));
    });
    var pressed = bar.querySelector('[aria-pressed="true"]');
    shown.textContent = status === "all" ? "" : "แสดงเฉพาะ “" + pressed.dataset.label + "” " + count + " ข้อ";
  }

  // A link inside the page must also reach an item that the filter hides.
  function reveal(event) {
    var link = event.target.closest('a[href^="#"]');
    var target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (target && target.closest("[hidden]")) { show("all"); }
  }

  folds.forEach(function (fold) { fold.open = false; });
  bar.hidden = false;
  bar.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (button) { show(button.dataset.show); }
  });
  document.addEventListener("click", reveal);

  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    closed.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () {
    closed.forEach(function (fold) { fold.open = false; });
  });
})();
