using System.Diagnostics;
using Xunit;

namespace Kabinet.Tests.Scheduling;

/// <summary>The zone of the machine means nothing: the case files are answered in a process whose own zone is 5:45 from UTC.</summary>
public class HostZoneTests
{
    private const string Zone = "Asia/Kathmandu";
    private static readonly TimeSpan Offset = new(5, 45, 0);

    [Fact]
    public void The_case_files_are_answered_alike_on_a_host_in_Kathmandu()
    {
        using var process = Process.Start(InKathmandu("-class", typeof(CaseFileTests).FullName!, "-class", typeof(OnThisHost).FullName!))!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.True(process.ExitCode == 0, output);
        Assert.Contains($"Total: {CaseFileTests.Cases().Count + 1},", output, StringComparison.Ordinal);
    }

    private static ProcessStartInfo InKathmandu(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Kabinet.Tests.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["TZ"] = Zone;
        return start;
    }

    public class OnThisHost
    {
        /// <summary>Proves that the variable reached the process; elsewhere it has nothing to say.</summary>
        [Fact]
        public void The_zone_is_the_one_that_was_set()
        {
            if (Environment.GetEnvironmentVariable("TZ") != Zone) return;

            Assert.Equal(Offset, DateTimeOffset.FromUnixTimeSeconds(1_772_000_000).ToLocalTime().Offset);
        }
    }
}
