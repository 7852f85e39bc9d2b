"""What the API shows, as models of pydantic: the description in OpenAPI is made of them, answers are held to them."""
