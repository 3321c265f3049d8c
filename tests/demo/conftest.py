"""The demo world needs no partner here: nobody of it signs in."""
