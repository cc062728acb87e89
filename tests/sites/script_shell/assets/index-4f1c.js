fetch("/api/ita/2569").then((answer) => answer.json()).then((items) => { document.getElementById("root").textContent = items.length; });
