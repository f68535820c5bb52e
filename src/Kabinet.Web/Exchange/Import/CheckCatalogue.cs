using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.ServiceCatalog;
using Kabinet.WorkOrders;

namespace Kabinet.Exchange.Import;

/// <summary>Resources, services and the states of an order, with what they refer to.</summary>
internal sealed class CheckCatalogue
{
    /// <summary>Rubles.</summary>
    public const decimal MaxPrice = ServiceForm.MaxPrice;

    private readonly FileProblems problems;
    private readonly CheckSettings settings;
    private readonly FileIndex kinds, schedules, groups;
    private readonly HashSet<(int Resource, NodaTime.LocalDate Date)> deviatingDays = [];

    public CheckCatalogue(CompanyFile file, FileProblems problems, CheckSettings settings)
    {
        (this.problems, this.settings) = (problems, settings);
        (Kinds, Groups, States) = (file.ResourceKinds ?? [], file.ServiceGroups ?? [], file.OrderStates ?? []);
        kinds = FileIndex.Of("resourceKinds", "kind of resource", Kinds, one => one.Id, problems);
        schedules = FileIndex.Of("schedules", "schedule", file.Schedules ?? [], one => one.Id, problems);
        groups = FileIndex.Of("serviceGroups", "group of services", Groups, one => one.Id, problems);
        ResourceIds = FileIndex.Of("resources", "resource", file.Resources ?? [], one => one.Id, problems);
        ServiceIds = FileIndex.Of("services", "service", file.Services ?? [], one => one.Id, problems);
        StateIds = FileIndex.Of("orderStates", "order state", States, one => one.Id, problems);

        for (var i = 0; i < Kinds.Count; i++) problems.CheckName($"resourceKinds[{i}].name", Kinds[i].Name);
        for (var i = 0; i < Groups.Count; i++) problems.CheckName($"serviceGroups[{i}].name", Groups[i].Name);
        var check = new CheckSchedules(problems);
        Schedules = [.. (file.Schedules ?? []).Select((one, i) => new CheckedSchedule(one.Name, check.Run($"schedules[{i}]", one)))];
        Resources = [.. (file.Resources ?? []).Select((one, i) => Resource($"resources[{i}]", one))];
        Services = [.. (file.Services ?? []).Select((one, i) => Service($"services[{i}]", one))];
        Deviations = [.. (file.Deviations ?? []).Select((one, i) => Deviation($"deviations[{i}]", one, check)).OfType<CheckedDeviation>()];
        if (file.OrderStates is not null) CheckStates();
    }

    public IReadOnlyList<KindEntry> Kinds { get; }
    public IReadOnlyList<GroupEntry> Groups { get; }
    public IReadOnlyList<StateEntry> States { get; }
    public IReadOnlyList<CheckedSchedule> Schedules { get; }
    public IReadOnlyList<CheckedResource> Resources { get; }
    public IReadOnlyList<CheckedService> Services { get; }
    public IReadOnlyList<CheckedDeviation> Deviations { get; }
    public FileIndex ResourceIds { get; }
    public FileIndex ServiceIds { get; }
    public FileIndex StateIds { get; }

    /// <summary>Rubles to the kopeck.</summary>
    public static Money? Rubles(FileProblems problems, string path, decimal? rubles, decimal least)
    {
        if (rubles is not { } sum) return null;
        if (sum < least || sum > MaxPrice) problems.Add(path, $"expected {least} to {MaxPrice} rubles, found {sum}");
        else if (decimal.Round(sum, 2) != sum) problems.Add(path, $"{sum} rubles are no whole kopecks");
        else return Money.Rubles(sum);
        return null;
    }

    private CheckedResource Resource(string path, ResourceEntry entry)
    {
        problems.CheckName($"{path}.name", entry.Name);
        problems.CheckLength($"{path}.speciality", entry.Speciality, ResourceForm.MaxSpecialityLength);
        settings.CheckLink($"{path}.photoUrl", entry.PhotoUrl);
        problems.CheckRange($"{path}.capacity", entry.Capacity, 1, ResourceForm.MaxCapacity);
        return new(entry, schedules.Find($"{path}.schedule", entry.Schedule), kinds.FindAll($"{path}.kinds", entry.Kinds));
    }

    private CheckedService Service(string path, ServiceEntry entry)
    {
        problems.CheckName($"{path}.name", entry.Name, ServiceForm.MaxNameLength);
        problems.CheckLength($"{path}.description", entry.Description, ServiceForm.MaxDescriptionLength);
        problems.CheckRange($"{path}.duration", entry.Duration, 1, ServiceForm.MaxDuration);
        problems.CheckRange($"{path}.bufferBefore", entry.BufferBefore, 0, ServiceForm.MaxBuffer);
        problems.CheckRange($"{path}.bufferAfter", entry.BufferAfter, 0, ServiceForm.MaxBuffer);
        Rubles(problems, $"{path}.price", entry.Price, 0);
        if (entry.IsPriceFrom && entry.Price is (null or 0m)) problems.Add($"{path}.isPriceFrom", "needs a price above 0");
        return new(entry, groups.Find($"{path}.group", entry.Group),
            ResourceIds.FindAll($"{path}.performers", entry.Performers), kinds.FindAll($"{path}.neededKinds", entry.NeededKinds));
    }

    private CheckedDeviation? Deviation(string path, DeviationEntry entry, CheckSchedules check)
    {
        var resource = ResourceIds.Find($"{path}.resource", entry.Resource);
        check.Sensible($"{path}.date", entry.Date);
        if (resource is not { } index) return null;
        if (!deviatingDays.Add((index, entry.Date))) problems.Add(path, $"resource {entry.Resource} has a deviation on that day already");
        return new(index, new ScheduleDeviation(entry.Date, CheckSchedules.Intervals(entry.Intervals)));
    }

    /// <summary>Every status needs a state: orders are completed and cancelled by entering one.</summary>
    private void CheckStates()
    {
        for (var i = 0; i < States.Count; i++)
        {
            problems.CheckName($"orderStates[{i}].name", States[i].Name);
            settings.CheckColour($"orderStates[{i}].color", States[i].Color);
        }
        foreach (var status in Enum.GetValues<OrderStatus>().Except(States.Select(state => state.Status)))
            problems.Add("orderStates", $"there is none with the status {System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(status.ToString())}; leave the list out to have the usual ones");
    }
}
