"""Reads the stream of one table from the engine."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from mashangban.gateway.streams.records import Record, make_record, stream_arn

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

_PAGE = 1000
_LOST = ("ExpiredIteratorException", "TrimmedDataAccessException", "ResourceNotFoundException")


class StreamReader:
    """The records of a table's stream, in order, from after `position` on."""

    def __init__(self, dynamodb: "DynamoDBClient", streams: Any, table: str, region: str) -> None:
        description = dynamodb.describe_table(TableName=table)["Table"]
        self._streams = streams
        self._arn = description["LatestStreamArn"]
        keys = {key["KeyType"]: key["AttributeName"] for key in description["KeySchema"]}
        self._hash_key = keys["HASH"]
        self.label = description["LatestStreamLabel"]
        self.position = 0
        self._public_arn = stream_arn(table, region, self.label)
        self._places: dict[str, str | None] = {}

    def read(self) -> Iterator[Record]:
        """What is new since the last call. An iterator that the engine forgot is made anew."""
        try:
            if not any(self._places.values()):
                self._find_shards()
            for shard in list(self._places):
                yield from self._read_shard(shard)
        except ClientError as error:
            if error.response["Error"]["Code"] not in _LOST:
                raise
            self._places.clear()

    def _find_shards(self) -> None:
        description = self._streams.describe_stream(StreamArn=self._arn)["StreamDescription"]
        for shard in description["Shards"]:
            name = shard["ShardId"]
            closed = "EndingSequenceNumber" in shard.get("SequenceNumberRange", {})
            if name not in self._places or not closed:
                self._places[name] = self._iterator(name)

    def _iterator(self, shard: str) -> str:
        """An iterator after the position; from the oldest record where the engine has no such position."""
        if self.position:
            try:
                # botocore wants 21 digits at least
                return self._begin(
                    shard, "AFTER_SEQUENCE_NUMBER", SequenceNumber=str(self.position).zfill(21)
                )
            except ClientError as error:
                if error.response["Error"]["Code"] not in ("ValidationException", *_LOST):
                    raise
        return self._begin(shard, "TRIM_HORIZON")

    def _begin(self, shard: str, kind: str, **more: str) -> str:
        answer = self._streams.get_shard_iterator(
            StreamArn=self._arn, ShardId=shard, ShardIteratorType=kind, **more
        )
        return str(answer["ShardIterator"])

    def _read_shard(self, shard: str) -> Iterator[Record]:
        while place := self._places[shard]:
            page = self._streams.get_records(ShardIterator=place, Limit=_PAGE)
            for raw in page["Records"]:
                record = make_record(raw, self._public_arn, self._hash_key)
                self.position = max(self.position, record.sequence)
                yield record
            self._places[shard] = page.get("NextShardIterator")
            if not page["Records"]:
                return
