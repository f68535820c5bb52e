using Kabinet.OnlineBooking;
using NodaTime;

namespace Kabinet.Companies;

/// <summary>What belongs to one company: its table's key starts with the company, and a query filter hides it from all others.</summary>
public interface IOwned
{
    int CompanyId { get; }
}

/// <summary>Компания: one business with its own cabinet, staff and data.</summary>
public sealed class Company
{
    private Company() { }

    public Company(string slug, string name, string timeZone)
    {
        if (!CompanyAddress.IsValid(slug)) throw new ArgumentException($"'{slug}' is no company address", nameof(slug));
        Slug = slug;
        addresses.Add(new CabinetAddress(slug));
        Name = name;
        TimeZone = timeZone;
    }

    public int Id { get; private set; }

    /// <summary>The address of the cabinet: /{slug}.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The address of today and all before; empty where they were not read along.</summary>
    public IReadOnlyList<CabinetAddress> Addresses => addresses;
    public string Name { get; private set; } = "";

    /// <summary>IANA id, e.g. Europe/Moscow.</summary>
    public string TimeZone { get; private set; } = "";
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];

    /// <summary>Вид деятельности.</summary>
    public Trade Trade { get; set; }

    /// <summary>The first steps are done, or their list was dismissed: the home page reminds of them no more.</summary>
    public bool IsSetUp { get; private set; }

    /// <summary>The look of the cabinet.</summary>
    public Appearance Appearance { get; set; } = new();

    /// <summary>«О нас».</summary>
    public AboutCompany About { get; set; } = new();

    /// <summary>«Онлайн-запись».</summary>
    public OnlineBookingSettings OnlineBooking { get; set; } = new();

    /// <summary>«Публикация»: is the cabinet open to clients?</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Moves with every change of the company's data; what a snapshot in memory is compared with.</summary>
    public long Version { get; private set; }

    /// <summary>Moves with every change of catalogue, schedules or settings, but not with bookings.</summary>
    public long CatalogueVersion { get; private set; }

    /// <summary>So many addresses one company may have in its time: they are taken from all others.</summary>
    public const int MaxAddresses = 20;

    private readonly List<CabinetAddress> addresses = [];
    private int lastId;
    private int lastOrderNumber;

    public void Publish() => IsPublished = true;
    public void Close() => IsPublished = false;
    public void FinishSettingUp() => IsSetUp = true;

    /// <summary>The address of today becomes a former one, which leads on. Needs <see cref="Addresses"/>; false: it has had too many already.</summary>
    public bool MoveTo(string slug)
    {
        if (!CompanyAddress.IsValid(slug)) throw new ArgumentException($"'{slug}' is no company address", nameof(slug));
        if (addresses.All(one => one.Slug != slug))
        {
            if (addresses.Count >= MaxAddresses) return false;
            addresses.Add(new CabinetAddress(slug));
        }
        Slug = slug;
        return true;
    }

    /// <summary>Ids are unique within the company; the row is locked while one is taken, so that no two are alike.</summary>
    public int TakeId() => ++lastId;
    public int TakeOrderNumber() => ++lastOrderNumber;

    /// <summary>Orders that bring their numbers along: the next one taken is higher than theirs.</summary>
    public void PassOrderNumber(int number) => lastOrderNumber = Math.Max(lastOrderNumber, number);

    public void Touch() => Version++;
    public void TouchCatalogue() => CatalogueVersion++;
}
