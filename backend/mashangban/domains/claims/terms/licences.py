"""What a look into the province's licence library came to, in the words that enterprise and office read."""

from mashangban.kernel.labelled import Labelled


class LicenceOutcome(Labelled):
    """Only a valid licence stands for the paper; for any other outcome the paper is uploaded."""

    VALID = "valid", "已从电子证照库取得，不用上传"
    EXPIRED = "expired", "证照库里的这张证照已经过期，请上传新的，或者换证以后再查一次"
    REVOKED = "revoked", "证照库里的这张证照已经注销或者吊销，请上传现在有效的"
    ABSENT = "absent", "证照库里没有查到，请上传照片或 PDF"
    SILENT = "silent", "证照库暂时没有答复，请上传照片或稍后再试"
