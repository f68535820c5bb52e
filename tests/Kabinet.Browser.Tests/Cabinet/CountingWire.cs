using System.Net;
using System.Net.Sockets;

namespace Kabinet.Browser.Tests.Cabinet;

/// <summary>Stands between a browser and the site and counts what comes down: pages, styles, icons, the service worker's fetches, headers and all.</summary>
public sealed class CountingWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Uri site;
    private readonly Task accepting;
    private long received;

    public CountingWire(Uri site)
    {
        this.site = site;
        listener.Start();
        Root = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    public Uri Root { get; }
    public long Received => Interlocked.Read(ref received);

    /// <summary>Waits until nothing has come down for a second.</summary>
    public async Task FallSilentAsync()
    {
        for (var before = -1L; before != Received;)
        {
            before = Received;
            await Task.Delay(TimeSpan.FromSeconds(1), stop.Token);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        using (browser)
        {
            await server.ConnectAsync(site.Host, site.Port, stop.Token);
            await Task.WhenAny(CopyAsync(browser.GetStream(), server.GetStream(), isCounted: false), CopyAsync(server.GetStream(), browser.GetStream(), isCounted: true));
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool isCounted)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await from.ReadAsync(buffer, stop.Token)) > 0;)
            {
                if (isCounted) Interlocked.Add(ref received, read);
                await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        stop.Dispose();
    }
}
