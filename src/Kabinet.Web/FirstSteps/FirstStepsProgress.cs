using Kabinet.OnlineBooking;

namespace Kabinet.FirstSteps;

/// <summary>Первые шаги: what a company has of that without which nobody can book.</summary>
/// <param name="HasServices">Something is sold online.</param>
/// <param name="HasPeople">Somebody performs it, at hours of his.</param>
/// <param name="IsDismissed">The list is not wanted any more.</param>
public sealed record FirstStepsProgress(bool HasServices, bool HasPeople, bool IsOpen, bool IsDismissed)
{
    public bool IsDone => HasServices && HasPeople && IsOpen;
    public int Remaining => (HasServices ? 0 : 1) + (HasPeople ? 0 : 1) + (IsOpen ? 0 : 1);

    public static FirstStepsProgress Of(CompanyCatalogue catalogue) => new(
        catalogue.Services.Any(service => service.IsOfferedOnline),
        catalogue.OfferedResources.Any(resource => resource.ScheduleOn(catalogue.Today) is not null),
        catalogue.Company.IsPublished,
        catalogue.Company.IsSetUp);
}
