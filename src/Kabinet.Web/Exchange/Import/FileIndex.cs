namespace Kabinet.Exchange.Import;

/// <summary>The entries of one list by their ids: what others refer to.</summary>
/// <param name="list">Its name in the file.</param>
/// <param name="noun">What an entry is called: a service.</param>
internal sealed class FileIndex(string list, string noun, FileProblems problems)
{
    /// <summary>Comparing every wrong id with every known one takes a minute in a large file, for hints that nobody reads.</summary>
    private const int MostHints = 100, MostKnown = 1000;

    private readonly Dictionary<FileId, int> indexes = [];

    public static FileIndex Of<T>(string list, string noun, IReadOnlyList<T> entries, Func<T, FileId> id, FileProblems problems)
    {
        var index = new FileIndex(list, noun, problems);
        for (var i = 0; i < entries.Count; i++)
            if (!index.indexes.TryAdd(id(entries[i]), i)) problems.Add($"{list}[{i}].id", $"{id(entries[i])} is the id of {list}[{index.indexes[id(entries[i])]}] already");
        return index;
    }

    /// <summary>The entry's place in its list; null, and a problem at the path: there is none.</summary>
    public int? Find(string path, FileId id)
    {
        if (indexes.TryGetValue(id, out var index)) return index;
        // Of a list that is none every entry would be missed.
        if (problems.IsRead(list)) problems.Add(path, $"there is no {noun} {id}{Hint(id)}");
        return null;
    }

    private string Hint(FileId id)
    {
        if (problems.All.Count > MostHints || indexes.Count > MostKnown) return "";
        return NearestName.Of(id.Text, indexes.Keys.Select(known => known.Text)) is { Length: > 0 } near ? $"; did you mean '{near}'?" : "";
    }

    /// <summary>Null also where no id is given.</summary>
    public int? Find(string path, FileId? id) => id is { } given ? Find(path, given) : null;

    /// <summary>Of a list of ids those that are there; one that stands twice is a problem.</summary>
    public IReadOnlyList<int> FindAll(string path, IReadOnlyList<FileId>? ids)
    {
        List<int> found = [];
        for (var i = 0; i < ids?.Count; i++)
        {
            if (Find($"{path}[{i}]", ids[i]) is not { } index) continue;
            if (found.Contains(index)) problems.Add($"{path}[{i}]", $"{noun} {ids[i]} stands twice");
            else found.Add(index);
        }
        return found;
    }
}
