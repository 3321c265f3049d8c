"""What is published about guides. Data holds ids, numbers of editions and digests, never personal data."""

ITEM_DRAFTED = "guides.item.drafted"
ITEM_EDITED = "guides.item.edited"
ITEM_PUBLISHED = "guides.item.published"
ITEM_WITHDRAWN = "guides.item.withdrawn"

LABELS = {
    ITEM_DRAFTED: "开始起草",
    ITEM_EDITED: "修改草稿",
    ITEM_PUBLISHED: "公布",
    ITEM_WITHDRAWN: "停用",
}
