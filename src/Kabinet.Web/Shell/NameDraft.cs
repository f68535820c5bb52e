using Microsoft.AspNetCore.Components;

namespace Kabinet.Shell;

/// <summary>A row of a <c>NameList</c> as it stands on the screen.</summary>
public sealed class NameDraft(int? id, string name)
{
    public int? Id => id;
    public string Name { get; set; } = name;

    /// <summary>Where the focus goes after the row was added or moved.</summary>
    internal ElementReference Field, Up, Down;

    public static NameDraft Of(NamedRow row) => new(row.Id, row.Name ?? "");
    public NamedRow Row => new(Id, Name.Trim());
}
