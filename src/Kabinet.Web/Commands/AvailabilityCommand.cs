using System.CommandLine;
using System.Text;
using Kabinet.Scheduling.Cases;
using Kabinet.Starting;

namespace Kabinet.Commands;

/// <summary>kabinet availability FILE: why is a time offered, or why is it not?</summary>
internal static class AvailabilityCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The case file; - reads the standard input" };
        var command = new ExplainedCommand("availability", "Answer the questions of a case file with the availability engine")
        {
            More = """
                Prints one line of JSON for each case, {"name":…,"answer":…}, in the order of the file. It asks no database: everything
                that the engine is to know stands in the file. The form of the file is described in docs/availability-cases.md.

                  kabinet availability tests/Kabinet.Tests/Scheduling/Cases/basics.json
                """,
        };
        command.Add(file);
        command.SetAction((result, cancel) => RunAsync(result.GetRequiredValue(file), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancel)
    {
        var text = await InputFile.ReadAsync(file, cancel);
        try
        {
            // All are answered before the first is printed: a file with a fault gives no half an answer.
            var answers = AvailabilityCases.Read(text).Select(one => one.AnswerLine()).ToList();
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            foreach (var answer in answers) await output.WriteAsync($"{answer}\n");
            return ExitCode.Done;
        }
        catch (FormatException fault)
        {
            throw new StartException($"{file}: {fault.Message}", fault);
        }
    }
}
