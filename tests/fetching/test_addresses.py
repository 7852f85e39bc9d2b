"""Which addresses are asked, and which never."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from armswire.errors import FetchError
from armswire.fetching.addresses import may_ask, read_address


@pytest.mark.parametrize(
    ("told", "url", "origin"),
    [
        ("https://example.org", "https://example.org/", "https://example.org:443"),
        (" HTTP://Example.ORG:80/a#b ", "http://example.org/a", "http://example.org:80"),
        ("https://example.org:8443/a?b=c", "https://example.org:8443/a?b=c", "https://example.org:8443"),
        ("https://bücher.example./", "https://xn--bcher-kva.example/", "https://xn--bcher-kva.example:443"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/", "http://2606:4700::1111:80"),
    ],
)
def test_an_address_is_read_into_one_form(told: str, url: str, origin: str) -> None:
    address = read_address(told)
    assert (address.url, address.origin) == (url, origin)


@pytest.mark.parametrize(
    "told",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org/",
        "javascript:alert(1)",
        "//example.org",
        "example.org",
        "",
        "https://",
        "https:///news",
        "https://user:secret@example.org/",
        "https://user@example.org/",
        "https://example.org:99999/",
        "https://exa mple.org/",
        "https://[::1/",
        "https://example.org/a\u2028b",
        f"https://example.org/{'a' * 9000}",
    ],
)
def test_what_is_no_web_address_is_refused(told: str) -> None:
    with pytest.raises(FetchError) as caught:
        read_address(told)
    assert caught.value.remedy
    assert "secret" not in caught.value.message


def test_a_redirect_is_read_beside_the_page_that_sent_it() -> None:
    base = read_address("https://example.org/news/today?page=2")
    assert read_address("../archive", base).url == "https://example.org/archive"
    assert read_address("//other.example/x", base).url == "https://other.example/x"
    with pytest.raises(FetchError, match="only http"):
        read_address("file:///etc/passwd", base)


@pytest.mark.parametrize("open_", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_machines_of_the_open_network_may_be_asked(open_: str) -> None:
    assert may_ask(ip_address(open_))


@pytest.mark.parametrize(
    "closed",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
    ],
)  # fmt: skip
def test_machines_of_this_house_may_not_be_asked_in_any_disguise(closed: str) -> None:
    assert not may_ask(ip_address(closed))
