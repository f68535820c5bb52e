using Kabinet.Shell;

namespace Kabinet.ServiceCatalog;

/// <summary>All groups of services in the order in which clients see them; a group that is not among them is deleted.</summary>
/// <param name="Moves">Where the services of a deleted group go, by its id; null: into no group.</param>
public sealed record ServiceGroupsForm(IReadOnlyList<NamedRow> Groups, IReadOnlyDictionary<int, int?> Moves)
{
    public ServiceGroupsForm(IReadOnlyList<NamedRow> groups) : this(groups, new Dictionary<int, int?>()) { }

    public static IReadOnlyList<NamedRow> Of(IEnumerable<ServiceGroup> groups) => [.. groups.OrderBy(one => one.Position).ThenBy(one => one.Id).Select(one => new NamedRow(one.Id, one.Name))];
}
