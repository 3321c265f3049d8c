"""A small knowledge base in our own words, and the engine over it."""

from mashangban.domains.answers.engine.index import Document

WAGES = Document(
    "wages",
    "老板拖欠工资怎么办",
    "可以到工程所在地的人力资源社会保障局投诉，也可以打12333。带上劳动合同、考勤和工资条。",
    "工资",
)
CARE = Document(
    "care", "身心障碍者如何申请生活补助", "到户籍所在地的区公所申请，带身分证和身心障碍证明。", "身心障碍"
)
HOMES = Document("homes", "如何挑选安养机构", "先看评鉴结果为优等和甲等的机构，再和机构谈收费。", "老人福利")
REPAIR = Document(
    "repair", "新房漏水找谁维修", "保修期内由开发商维修。屋面防水工程的保修期不少于五年。", "住房"
)
HIDDEN = Document(
    "hidden", "", "办理居住证应当提交本人身份证和住所证明，公安机关十五日内制作发放。", "居住证"
)
PERMIT = Document(
    "permit", "建筑工程施工许可证怎么办理", "由建设单位向住房城乡建设主管部门申请，七日内答复。", "施工许可"
)
OTHERS = ("护照", "驾驶证", "不动产登记", "营业执照", "户口迁移", "婚姻登记", "公积金提取", "医保转移")
ALL = (
    WAGES, CARE, HOMES, REPAIR, HIDDEN, PERMIT,
    *(Document(f"other-{number}", f"{thing}在哪里办理", f"{thing}到政务服务大厅的综合窗口办理。")
      for number, thing in enumerate(OTHERS)),
)  # fmt: skip
