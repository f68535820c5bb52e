using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Kabinet.Web.Tests;

/// <summary>A real SMTP server (Debian's python3-aiosmtpd) that keeps every letter it is given in a Maildir.</summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Between = TimeSpan.FromMilliseconds(50);

    private readonly Process process;
    private readonly string folder;

    private MailCatcher(Process process, string folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>What tells an installation to send its mail here, with links to https://book.example.</summary>
    public (string, string)[] Settings => SettingsOf(Port);

    /// <summary>Those of a mail server that is not there.</summary>
    public static (string, string)[] NobodyListens => SettingsOf(FreePort());

    public static async Task<MailCatcher> StartAsync()
    {
        var (folder, port) = (Path.Combine(Path.GetTempPath(), $"kabinet-mail-{Guid.NewGuid():N}"), FreePort());
        // Debian's own Python has the package, whichever else stands first in PATH.
        var process = Process.Start("/usr/bin/python3", ["-m", "aiosmtpd", "--nosetuid", "--listen", $"127.0.0.1:{port}", "--class", "aiosmtpd.handlers.Mailbox", folder]);
        var catcher = new MailCatcher(process, folder, port);
        await catcher.UntilAsync(catcher.ListensAsync, "does not listen");
        return catcher;
    }

    /// <summary>The letters to that address, once there are so many, in the order in which they came.</summary>
    public async Task<IReadOnlyList<MimeMessage>> LettersToAsync(string address, int count = 1)
    {
        IReadOnlyList<MimeMessage> letters = [];
        await UntilAsync(async () => (letters = await ReadAsync(address)).Count >= count, $"got {letters.Count} of {count} letters to {address}");
        return letters;
    }

    public async Task<IReadOnlyList<MimeMessage>> ReadAsync(string address)
    {
        List<MimeMessage> letters = [];
        foreach (var file in new DirectoryInfo(Path.Combine(folder, "new")).GetFiles().OrderBy(file => file.LastWriteTimeUtc))
        {
            var letter = await MimeMessage.LoadAsync(file.FullName);
            if (letter.To.Mailboxes.Any(box => box.Address == address)) letters.Add(letter);
        }
        return letters;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static (string, string)[] SettingsOf(int port) =>
    [
        ("mail:host", "127.0.0.1"), ("mail:port", port.ToString(CultureInfo.InvariantCulture)), ("mail:security", "none"),
        ("mail:from", "kabinet@book.example"), ("mail:links", "https://book.example"),
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task UntilAsync(Func<Task<bool>> isSo, string otherwise)
    {
        for (var waited = TimeSpan.Zero; !await isSo(); waited += Between)
        {
            if (waited > Patience || process.HasExited) throw new TimeoutException($"The mail server {otherwise}");
            await Task.Delay(Between);
        }
    }
}
