using System.Text;

namespace Kabinet.Commands;

/// <summary>What is typed on a terminal and not shown there.</summary>
internal static class HiddenInput
{
    public static string Ask(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key != ConsoleKey.Backspace && key.KeyChar >= ' ') typed.Append(key.KeyChar);
            else if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
