"""The outside ways to a person: WeChat's subscribe messages and the text message gateway."""
