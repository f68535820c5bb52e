using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Kabinet.Browser.Tests.Browsers))]

namespace Kabinet.Browser.Tests;

/// <summary>One Chromium for all tests; each takes a fresh profile of it.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private IPlaywright? playwright;

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // A busy machine is no failure: what never comes is waited for a little longer.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(Tests.Chromium.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
