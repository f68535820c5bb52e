namespace Kabinet.Exchange.Import;

/// <param name="Path">Where in the file: workOrders[17].services[0]; empty: the whole.</param>
public sealed record FileProblem(string Path, string Words)
{
    public override string ToString() => Path.Length == 0 ? Words : $"{Path}: {Words}";
}

/// <summary>Everything that is wrong with a file; of one place only the first that was found, for the rest may follow from it.</summary>
internal sealed class FileProblems
{
    private readonly List<FileProblem> all = [];
    private readonly HashSet<string> places = [];

    public IReadOnlyList<FileProblem> All => all;

    public void Add(string path, string words)
    {
        if (places.Add(path)) all.Add(new FileProblem(path, words));
    }

    /// <summary>A text that stands in a column of its own: not empty, not endless.</summary>
    public void CheckName(string path, string name, int max = 100)
    {
        if (string.IsNullOrWhiteSpace(name)) Add(path, "is empty");
        CheckLength(path, name, max);
    }

    public void CheckLength(string path, string? text, int max)
    {
        if (text?.Length > max) Add(path, $"has {text.Length} characters, {max} at most");
    }

    public void CheckRange(string path, int? number, int least, int most)
    {
        if (number is { } value && (value < least || value > most)) Add(path, $"expected {least} to {most}, found {value}");
    }
}
