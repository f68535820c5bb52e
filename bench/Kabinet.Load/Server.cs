using System.Diagnostics;
using System.Globalization;

namespace Kabinet.Load;

/// <summary>The published application over a data folder, in a process of its own, whose processor time and memory the kernel counts.</summary>
internal sealed class Server : IDisposable
{
    private const int TicksPerSecond = 100;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private Server(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    /// <summary>User and system time of all its threads, to the hundredth of a second.</summary>
    public double CpuSeconds
    {
        get
        {
            // The name in the second field may hold spaces; what follows its bracket does not.
            var fields = Read("stat").Split(") ")[1].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / (double)TicksPerSecond;
        }
    }

    public int ResidentMegabytes => Status("VmRSS:");

    /// <summary>The most there ever was.</summary>
    public int PeakMegabytes => Status("VmHWM:");

    /// <param name="store">The options that say where the data are.</param>
    public static async Task<Server> StartAsync(string application, string[] store, int port)
    {
        var address = $"http://127.0.0.1:{port}";
        var process = Dotnet(application, ["serve", .. store, "--urls", address, "--api:readsPerMinute=0", "--api:writesPerMinute=0"]);
        var server = new Server(process, address);
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        for (var asked = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            if (process.HasExited) throw new LoadException($"the server ended with code {process.ExitCode}");
            if (asked.Elapsed > StartLimit) throw new LoadException("the server does not answer");
            if (await AnswersAsync(http)) return server;
        }
    }

    /// <summary>Runs a command of the application to its end.</summary>
    public static async Task RunAsync(string application, params string[] args)
    {
        using var process = Dotnet(application, args);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new LoadException($"{args[0]} ended with code {process.ExitCode}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Dotnet(string application, params string[] args)
    {
        // What the server says goes nowhere, but it has to be said: that costs time too.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Path.GetDirectoryName(application)! };
        foreach (var arg in (string[])["-c", "exec dotnet \"$@\" > /dev/null", "sh", application, .. args]) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    private int Status(string name) =>
        int.Parse(Read("status").Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1],
            CultureInfo.InvariantCulture) / 1024;

    private string Read(string file) => File.ReadAllText($"/proc/{process.Id}/{file}");
}
