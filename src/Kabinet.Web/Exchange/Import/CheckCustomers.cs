using Kabinet.Customers;
using Kabinet.OnlineBooking;
using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>Customers: each phone belongs to one of them.</summary>
internal sealed class CheckCustomers
{
    private readonly FileProblems problems;
    private readonly Dictionary<string, int> owners = [];

    public CheckCustomers(IReadOnlyList<CustomerEntry> entries, CheckTimes times, FileProblems problems)
    {
        this.problems = problems;
        Ids = FileIndex.Of("customers", "customer", entries, one => one.Id, problems);
        All = [.. entries.Select((one, i) => Check($"customers[{i}]", i, one, times))];
    }

    public FileIndex Ids { get; }
    public IReadOnlyList<CheckedCustomer> All { get; }

    private CheckedCustomer Check(string path, int index, CustomerEntry entry, CheckTimes times)
    {
        problems.CheckName($"{path}.name", entry.Name);
        if (entry.Email is { Length: > 0 } email && !BookingForm.IsEmail(email)) problems.Add($"{path}.email", $"'{email}' is no e-mail address");
        CheckDetails(path, entry, times.Now);
        return new(entry, Phones(path, index, entry), times.Past($"{path}.created", entry.Created));
    }

    private void CheckDetails(string path, CustomerEntry entry, Instant now)
    {
        if (entry.Birthday is { } birthday && (birthday.Year < CustomerForm.EarliestBirthYear || birthday > now.InUtc().Date)) problems.Add($"{path}.birthday", "is no date on which anybody alive was born");
        if (entry.Tags?.Count > CustomerForm.MaxTags) problems.Add($"{path}.tags", $"has {entry.Tags.Count} tags, {CustomerForm.MaxTags} at most");
        for (var i = 0; i < entry.Tags?.Count; i++)
        {
            problems.CheckName($"{path}.tags[{i}]", entry.Tags[i], CustomerForm.MaxTagLength);
            if (entry.Tags[i].Contains(',')) problems.Add($"{path}.tags[{i}]", "has a comma");
        }
        problems.CheckLength($"{path}.notes", entry.Notes, CustomerForm.MaxNotesLength);
        problems.CheckLength($"{path}.source", entry.Source, CustomerForm.MaxSourceLength);
    }

    private List<string> Phones(string path, int index, CustomerEntry entry)
    {
        var others = entry.OtherPhones ?? [];
        if (others.Count >= CustomerForm.MaxPhones) problems.Add($"{path}.otherPhones", $"has {others.Count} phones, {CustomerForm.MaxPhones - 1} at most");
        return [.. others.Select((written, i) => Phone($"{path}.otherPhones[{i}]", index, written)).Prepend(Phone($"{path}.phone", index, entry.Phone)).OfType<string>()];
    }

    private string? Phone(string path, int index, string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var phone = Customers.Phones.Normalise(written);
        if (phone is null) problems.Add(path, $"'{written}' is no phone number");
        else if (!owners.TryAdd(phone, index)) problems.Add(path, $"{phone} is the phone of customers[{owners[phone]}] already");
        return phone;
    }
}

/// <summary>Times of a company file as instants.</summary>
/// <param name="zone">Null: the company's is wrong, and no time can be told.</param>
internal sealed class CheckTimes(DateTimeZone? zone, Instant now, FileProblems problems)
{
    public Instant Now => now;

    /// <summary>Null, and a problem: there is no such time.</summary>
    public Instant? At(string path, FileTime? time)
    {
        if (time is not { } written || zone is null) return null;
        if (!Shell.TypedDate.IsSensible(written.Local.Date)) problems.Add(path, $"the year {written.Local.Year} is out of this world");
        else if (written.In(zone) is { } at) return at;
        else problems.Add(path, $"the clock skips this time in {zone.Id}");
        return null;
    }

    /// <summary>As <see cref="At"/>, of something that has happened.</summary>
    public Instant? Past(string path, FileTime? time)
    {
        var at = At(path, time);
        if (at > now) problems.Add(path, "is in the future");
        return at;
    }

    /// <summary>As <see cref="At"/>, to the minute: visits begin and end with it.</summary>
    public Instant? Minute(string path, FileTime? time)
    {
        if (time is { } written && (written.Local.Second != 0 || written.Local.NanosecondOfSecond != 0)) problems.Add(path, "is no whole minute");
        return At(path, time);
    }
}
