using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>Настройки «Онлайн-запись».</summary>
public sealed record OnlineBookingSettings
{
    /// <summary>The largest that make sense: a step within a day, a year ahead, a form filled in within an hour. Cut-offs and lead time in minutes.</summary>
    public const int MaxStep = 1440, MaxHorizonDays = 366, MaxMinutesBefore = MaxHorizonDays * 1440, MaxHoldMinutes = 60, MaxBookings = 100, MaxCommentPromptLength = 100;

    /// <summary>Minutes between offered starts.</summary>
    public int Step { get; init; } = 15;
    public StartGrid Grid { get; init; } = StartGrid.Window;

    /// <summary>Minutes from now to the earliest offered start.</summary>
    public int LeadTime { get; init; } = 60;
    public int HorizonDays { get; init; } = 60;

    /// <summary>Minutes for which a chosen time is kept while the client fills in the form.</summary>
    public int HoldMinutes { get; init; } = 5;

    /// <summary>Minutes before the start after which the client can no longer cancel.</summary>
    public int CancelCutOff { get; init; } = 120;

    /// <summary>Minutes before the start after which the client can no longer move.</summary>
    public int MoveCutOff { get; init; } = 120;

    public bool AllowsSeveralServices { get; init; } = true;

    /// <summary>The state in which a booking arrives; null: the first one that is Open.</summary>
    public int? ArrivalStateId { get; init; }

    /// <summary>Whose phone has to be proved by a code before a booking.</summary>
    public PhoneVerification PhoneVerification { get; init; }

    /// <summary>«День» begins.</summary>
    public LocalTime DayFrom { get; init; } = new(12, 0);

    /// <summary>«Вечер» begins.</summary>
    public LocalTime EveningFrom { get; init; } = new(17, 0);

    /// <summary>So many bookings to come one client may have; null: any number.</summary>
    public int? MaxActiveBookings { get; init; }

    /// <summary>Who serves a visit that was booked with «Любой специалист».</summary>
    public AnySpecialistRule AnySpecialist { get; init; }
    public CommentRule Comment { get; init; } = CommentRule.Optional;

    /// <summary>What the field for the comment asks for; empty: the usual words.</summary>
    public string CommentPrompt { get; init; } = "";
    public bool IsEmailRequired { get; init; }

    public BookingRules Rules => new(Step, Grid, LeadTime, HorizonDays);

    public DayPart PartOf(LocalTime time) => time < DayFrom ? DayPart.Morning : time < EveningFrom ? DayPart.Day : DayPart.Evening;
}

/// <summary>Подтверждение телефона: ничьего, у новых клиентов (whose phone is in no customer's card), у всех.</summary>
public enum PhoneVerification { Never, NewClients, Always }

/// <summary>Кому достанется запись к любому специалисту: кто меньше занят в этот день, первый свободный по порядку списка.</summary>
public enum AnySpecialistRule { LeastBusy, FirstInOrder }

/// <summary>Комментарий к записи: не спрашивать, по желанию, обязателен.</summary>
public enum CommentRule { Off, Optional, Required }

/// <summary>Утро, День, Вечер.</summary>
public enum DayPart { Morning, Day, Evening }
