"""DynamoDB Streams to functions, with the semantics of Lambda's event source mappings."""
