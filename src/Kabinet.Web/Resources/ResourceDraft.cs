using Kabinet.Shell;

namespace Kabinet.Resources;

/// <summary>A resource as it stands on the screen, numbers as they were typed.</summary>
public sealed class ResourceDraft
{
    public string Name { get; set; } = "";
    public string Speciality { get; set; } = "";
    public string PhotoUrl { get; set; } = "";
    public string Capacity { get; set; } = "";
    public HashSet<int> KindIds { get; private init; } = [];
    public int? ScheduleId { get; set; }
    public bool IsOfferedOnline { get; set; } = true;
    public int? Position { get; set; }
    public bool IsArchived { get; set; }

    public static ResourceDraft Of(ResourceForm form) => new()
    {
        Name = form.Name ?? "",
        Speciality = form.Speciality ?? "",
        PhotoUrl = form.PhotoUrl ?? "",
        Capacity = TypedNumber.Of(form.Capacity),
        KindIds = [.. form.KindIds],
        ScheduleId = form.ScheduleId,
        IsOfferedOnline = form.IsOfferedOnline,
        Position = form.Position,
        IsArchived = form.IsArchived,
    };

    public ResourceForm Form => new(
        Name, Speciality, PhotoUrl, TypedNumber.Whole(Capacity, ifEmpty: 0), [.. KindIds], ScheduleId, IsOfferedOnline, Position, IsArchived);
}
