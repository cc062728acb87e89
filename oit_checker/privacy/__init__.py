"""Personal data (ข้อมูลส่วนบุคคล) in what an agency publishes: found, told of without being repeated, and masked.

Nothing here changes a status: the assessors ask what is disclosed, the Personal Data Protection Act asks what is not.
"""

from oit_checker.privacy.find import Personal as Personal
from oit_checker.privacy.find import personal_data_and_scans as personal_data_and_scans
from oit_checker.privacy.find import personal_data_in_link as personal_data_in_link
from oit_checker.privacy.find import personal_data_of as personal_data_of
from oit_checker.privacy.masking import is_masked as is_masked
from oit_checker.privacy.masking import mask as mask
from oit_checker.privacy.masking import masked_check as masked_check
from oit_checker.privacy.masking import masked_report as masked_report
from oit_checker.privacy.masking import without_personal_data as without_personal_data
