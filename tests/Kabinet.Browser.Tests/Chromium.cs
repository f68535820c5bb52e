using Microsoft.Playwright;

namespace Kabinet.Browser.Tests;

/// <summary>How Debian's Chromium is started: alone on the machine, without its updater and its calls home.</summary>
public static class Chromium
{
    public static BrowserTypeLaunchOptions Options => new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args =
        [
            // Chromium's sandbox does not run as root, and CI is root.
            .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    };
}
