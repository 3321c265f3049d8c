"""Creates the bucket that the functions use, with the template's CORS rules."""

import os
from typing import TYPE_CHECKING, Any, cast

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from mashangban.gateway.template import Template

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import CORSConfigurationTypeDef


def create_bucket(template: Template) -> None:
    """Makes the bucket of OBJECTS_BUCKET when it is not there."""
    name = os.environ["OBJECTS_BUCKET"]
    rules = next((bucket.cors_rules for bucket in template.buckets if bucket.name == name), ())
    store = boto3.client(
        "s3", config=Config(s3={"addressing_style": "path"}, connect_timeout=2, read_timeout=10)
    )
    try:
        store.head_bucket(Bucket=name)
    except ClientError as missing:
        if missing.response["ResponseMetadata"]["HTTPStatusCode"] != 404:
            raise
        place: Any = {"LocationConstraint": os.environ["AWS_REGION"]}
        store.create_bucket(Bucket=name, CreateBucketConfiguration=place)
    if rules:
        configuration = cast("CORSConfigurationTypeDef", {"CORSRules": list(rules)})
        store.put_bucket_cors(Bucket=name, CORSConfiguration=configuration)
