using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kabinet.Load;

/// <summary>Debian's load tool: asks one address over several connections, as fast as it is answered.</summary>
internal static partial class Wrk
{
    private const int Connections = 8;

    /// <summary>The processor time of the server for one request, in microseconds.</summary>
    public static async Task<double> CostAsync(Server server, string path, int seconds)
    {
        var before = server.CpuSeconds;
        var requests = await RunAsync(server.Address + path, seconds);
        return (server.CpuSeconds - before) * 1e6 / requests;
    }

    /// <returns>How many requests were answered.</returns>
    private static async Task<long> RunAsync(string address, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var arg in (string[])["-t", "1", "-c", $"{Connections}", "-d", $"{seconds}s", address]) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal)) throw new LoadException($"{address} was refused:\n{output}");
        return Requests().Match(output) is { Success: true } found
            ? long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new LoadException($"wrk says nothing of requests:\n{output}");
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();
}
