"""The supervision fuse (熔断): its table of kinds, what it says of facts, who may release it. Pure."""
