"""What a policy and an enterprise come to together: claims begun and handed in, lists of those who need not apply."""
