using System.Text.Json;

namespace Kabinet.Load;

/// <summary>
/// A company file of 20 specialists, 30 services that each of them performs, and so many bookings: the coming 60 days as a busy salon has
/// them, the same whatever the size, and as much of the past as the number asks for. Always the same for the same day.
/// </summary>
internal sealed class DataSet(int bookings, DateOnly today)
{
    public const string Address = "bench";
    public const int Resources = 20, Services = 30, ComingDays = 60;

    private const string Letters = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ";

    private static readonly JsonWriterOptions Writing = new() { Indented = false };
    private readonly Random chance = new(2026);
    private readonly int customers = Math.Max(100, bookings / 8);

    public void Write(string path)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, Writing);
        json.WriteStartObject();
        WriteSettings(json);
        WriteList(json, "schedules", 2, i => new
        {
            id = i,
            name = i == 0 ? "Шестидневка с перерывом" : "Два через два",
            kind = i == 0 ? "sixDay" : "shift",
            intervals = i == 0 ? Hours("10:00", "14:00", "15:00", "20:00") : null,
            start = i == 0 ? null : Text(today.AddDays(-4000)),
            cycle = i == 0 ? null : (object[])[Hours("09:00", "21:00"), Hours("09:00", "21:00"), Hours(), Hours()],
        });
        WriteList(json, "resources", Resources, i => new { id = i, name = $"Специалист {Name(i)}", speciality = "Мастер", schedule = i % 2 });
        WriteList(json, "serviceGroups", 6, i => new { id = i, name = $"Группа {i + 1}" });
        WriteList(json, "services", Services, i => new
        {
            id = i,
            name = $"Услуга {i + 1}",
            group = i % 6,
            duration = DurationOf(i),
            price = 1000 + (100 * i),
            bufferAfter = BufferOf(i),
            performers = Enumerable.Range(0, Resources),
        });
        WriteList(json, "customers", customers, i => new { id = i, name = $"Клиент {Name(i)}", phone = $"+79{i:000000000}" });
        WriteOrders(json);
        json.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter json)
    {
        json.WritePropertyName("company");
        JsonSerializer.Serialize(json, new
        {
            address = Address,
            name = "Салон «Нагрузка»",
            timeZone = "Europe/Moscow",
            isPublished = true,
            about = new { tagline = "Салон красоты", address = "Москва, Лесная улица, 7", phone = "+74950000000", email = "salon@example.ru" },
            onlineBooking = new { step = 15, leadTime = 60, horizonDays = ComingDays },
        });
    }

    /// <summary>First what is to come, then day after day back into the past, until there are enough.</summary>
    private void WriteOrders(Utf8JsonWriter json)
    {
        json.WriteStartArray("workOrders");
        var written = 0;
        for (var day = 0; day < ComingDays; day++)
            written += WriteDay(json, day, share: 0.85 - (0.75 * day / ComingDays), most: bookings - written);
        for (var day = -1; written < bookings; day--)
            written += WriteDay(json, day, share: 0.85, most: bookings - written);
        json.WriteEndArray();
    }

    private int WriteDay(Utf8JsonWriter json, int day, double share, int most)
    {
        var (date, written) = (today.AddDays(day), 0);
        for (var resource = 0; resource < Resources; resource++)
        {
            foreach (var (from, to) in WorkOn(resource, date))
            {
                for (var at = from; written < most;)
                {
                    var service = chance.Next(Services);
                    var finish = at + DurationOf(service) + BufferOf(service);
                    if (finish > to) break;
                    if (chance.NextDouble() < share)
                    {
                        WriteOrder(json, resource, service, date, at, day);
                        written++;
                    }
                    at = finish + (15 - (finish % 15)) % 15;
                }
            }
        }
        return written;
    }

    private void WriteOrder(Utf8JsonWriter json, int resource, int service, DateOnly date, int minute, int day) => JsonSerializer.Serialize(json, new
    {
        customer = chance.Next(customers),
        resource,
        services = (int[])[service],
        start = $"{Text(date)}T{minute / 60:00}:{minute % 60:00}",
        status = day < 0 ? "completed" : "open",
        source = chance.Next(3) == 0 ? "staff" : "cabinet",
    });

    /// <summary>In minutes of the day.</summary>
    private IEnumerable<(int From, int To)> WorkOn(int resource, DateOnly date)
    {
        if (resource % 2 == 0) return date.DayOfWeek == DayOfWeek.Sunday ? [] : [(600, 840), (900, 1200)];
        return (date.DayNumber - today.AddDays(-4000).DayNumber) % 4 < 2 ? [(540, 1260)] : [];
    }

    private static int DurationOf(int service) => 30 + (15 * (service % 6));
    private static int BufferOf(int service) => 5 * (service % 3);
    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    private static string[][] Hours(params string[] ends) => [.. ends.Chunk(2)];

    /// <summary>A name like people have, different for each number.</summary>
    private static string Name(int number) => $"{Letters[number % Letters.Length]}. {number + 1}";

    private static void WriteList<T>(Utf8JsonWriter json, string name, int count, Func<int, T> entry)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < count; i++) JsonSerializer.Serialize(json, entry(i), Options);
        json.WriteEndArray();
    }

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
}
