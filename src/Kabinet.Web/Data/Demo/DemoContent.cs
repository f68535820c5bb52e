using System.Text.Json;
using Kabinet.Companies;
using Kabinet.Scheduling;
using Kabinet.Staff;
using NodaTime;
using NodaTime.Text;

namespace Kabinet.Data.Demo;

/// <summary>What a demo company consists of, as its JSON file beside this one says; people, services and hours refer to each other by key or name.</summary>
/// <param name="Phones">How the customers' phones begin; two digits are added.</param>
internal sealed record DemoContent(
    string Slug, string Name, string TimeZone, string Accent, bool Logo, string Password, string Phones,
    IReadOnlyList<DemoContent.Person> Staff,
    AboutCompany About,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<DemoContent.Schedule> Schedules,
    IReadOnlyList<DemoContent.Resource> Resources,
    IReadOnlyList<DemoContent.Deviation> Deviations,
    IReadOnlyList<DemoContent.Group> Groups,
    IReadOnlyList<string> Customers,
    IReadOnlyList<string> Comments,
    IReadOnlyList<string> Reasons)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
    private static readonly string[] Weekdays = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];

    public static DemoContent Read(string slug) => JsonSerializer.Deserialize<DemoContent>(Text($"{slug}.json"), Options)!;

    /// <summary>Null: the company's initial stands in its place.</summary>
    public string? LogoSvg => Logo ? Text("logo.svg") : null;

    internal sealed record Person(string Email, string Name, StaffRole Role, string? Resource);

    /// <param name="Week">Hours by days of the week, "пн вт ср": "9:00-13:00 14:00-18:00".</param>
    /// <param name="Shift">Or hours by days of a cycle.</param>
    internal sealed record Schedule(string Name, Dictionary<string, string>? Week, IReadOnlyList<string>? Shift, int StartedDaysAgo)
    {
        public WorkSchedule On(LocalDate today) => Shift is not null
            ? new ShiftSchedule(today.PlusDays(-StartedDaysAgo), [.. Shift.Select(Hours)])
            : new WeeklySchedule([.. Weekdays.Select(day => Week!.Where(pair => pair.Key.Contains(day)).SelectMany(pair => Hours(pair.Value)).ToList())]);
    }

    internal sealed record Resource(string Key, string Name, string Speciality, int Schedule, int Capacity, string? Photo, string? Kind);

    /// <param name="Days">So many days after today.</param>
    /// <param name="Hours">Null: not working.</param>
    internal sealed record Deviation(string Resource, int Days, string? Hours);

    internal sealed record Group(string Name, IReadOnlyList<Service> Services);

    /// <param name="Price">Rubles; null: not said beforehand.</param>
    /// <param name="By">Keys of those who perform it.</param>
    /// <param name="Often">How often it is booked beside the others; 1 where it is not said.</param>
    internal sealed record Service(string Name, int Minutes, int? Price, string By, int Before, int After, string? Needs, string? About, int Often);

    /// <summary>"9:00-13:00 14:00-18:00"; empty: a day off.</summary>
    public static IReadOnlyList<WorkingInterval> Hours(string? text) =>
    [
        .. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hours => hours.Split('-'))
            .Select(ends => WorkingInterval.Between(Time(ends[0]), Time(ends[1]))),
    ];

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(text).Value;

    private static string Text(string file)
    {
        using var stream = typeof(DemoContent).Assembly.GetManifestResourceStream($"demo/{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
