using Kabinet.Shell;

namespace Kabinet.Exchange.Import;

/// <param name="Path">Where in the file: workOrders[17].services[0]; empty: the whole.</param>
public sealed record FileProblem(string Path, string Words)
{
    public static FileProblem Of(JsonProblem problem)
    {
        // A sentence elsewhere, here it follows the path.
        var words = problem.Words(Texts.English).TrimEnd('.');
        return new(problem.Path, char.ToLowerInvariant(words[0]) + words[1..]);
    }

    public override string ToString() => Path.Length == 0 ? Words : $"{Path}: {Words}";
}

/// <summary>Everything that is wrong with a file; of one place only the first that was found, for the rest may follow from it.</summary>
internal sealed class FileProblems
{
    private readonly List<FileProblem> all;
    private readonly HashSet<string> places = [], unread;

    /// <param name="ofForm">What was found in reading it: what stands at these places, and below them, is not the file's.</param>
    public FileProblems(IEnumerable<FileProblem> ofForm)
    {
        all = [.. ofForm];
        unread = [.. all.Select(problem => problem.Path)];
    }

    public IReadOnlyList<FileProblem> All => all;

    public void Add(string path, string words)
    {
        if (IsRead(path) && places.Add(path)) all.Add(new FileProblem(path, words));
    }

    /// <summary>Is what stands at the place what the file says?</summary>
    public bool IsRead(string path)
    {
        if (unread.Count == 0) return true;
        if (unread.Contains("")) return false;
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
            if (unread.Contains(path[..end])) return false;
        return true;
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
