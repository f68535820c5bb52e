using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet;

/// <summary>An expected "no", by name. One place (RefusalTexts) turns it into words, another (the API) into a status.</summary>
public enum RefusalReason
{
    // Of time: the engine's own, see TimeRefusal.
    InThePast, TooSoon, BeyondHorizon, NotWorking, OffGrid, TimeTaken, CompanionTaken,

    // Of the choice.
    CabinetClosed, ResourceNotOffered, ServiceNotOffered, ServiceNotPerformed, NotPerformedTogether, NoServiceChosen, OneServiceOnly, TooManyServices,

    // Of what was typed.
    NameMissing, NameTooLong, PhoneMissing, PhoneInvalid, EmailInvalid, CommentTooLong, ReminderUnknown, EmailMissing, CommentMissing, ConsentMissing, ConsentOutdated, PhoneNotVerified, CallToBook, TooManyBookings,

    // Of the company's base.
    NameEmpty, PhoneTaken, CustomerUnknown, CustomerMissing, CustomerAnonymised, CustomerExpected, DeletionReasonMissing, DeletionReasonTooLong, DeletionClosed, PhoneRepeated, TooManyPhones, BirthdayInvalid, TagInvalid, TooManyTags, NotesTooLong, SourceTooLong,

    // Of the catalogue.
    ServiceUnknown, ResourceUnknown, ServiceGroupUnknown, ResourceKindUnknown, ScheduleUnknown, ServiceNameTooLong, DescriptionTooLong, SpecialityTooLong,
    PhotoInvalid, PriceInvalid, PriceFromNothing, DurationInvalid, BufferInvalid, CapacityInvalid, CapacityBooked, ResourceBooked,
    NameRepeated, ServiceGroupInUse, ResourceKindInUse,

    // Of work schedules.
    HoursUnreadable, FinishBeforeStart, HoursTooLong, HoursOverlap, ScheduleEmpty, CycleInvalid, AssignmentBegun, DaysMissing, SeveralWeeks, TimeBooked, TimeBookedMeanwhile,

    // Of a booking that exists.
    NotFound, AlreadyClosed, TooLateToCancel, TooLateToMove, ReasonMissing, StartAfterFinish, ChangedMeanwhile, StateUnknown, DateInvalid, RepeatedDifferently,

    // Of the settings.
    StepInvalid, LeadTimeInvalid, HorizonInvalid, HoldInvalid, MaxBookingsInvalid, CommentPromptTooLong, CutOffInvalid, DayPartInvalid, DayPartsOutOfOrder, ArrivalStateNotOpen,
    AddressInvalid, AddressTaken, TooManyAddresses, TextTooLong, LinkInvalid, PhoneLineInvalid, LinkLineInvalid, TooManyLines,
    ConsentTextMissing, ConsentTextTooLong,

    // Of a new company.
    TradeMissing, TimeZoneUnknown, EmailTaken, BreakOutside, PasswordTooShort, PasswordTooLong, CompaniesClosed, TooManyCompanies,

    // Of tables that are loaded, and of their rows.
    TableTooLarge, TableUnreadable, TableOldFormat, TableEncrypted, TableEmpty, TableBroken, TooManyRows, TooManyColumns, ColumnMissing, RowsRefused,
    RowRepeated, PhonesOfSeveral, DayUnreadable, FlagUnreadable, UploadInterrupted, ManagementOnly,

    // Of signing in.
    CodeWrong, CodeExpired, TooManyTries, TooManyCodes,

    // Of the company's staff.
    StaffResourceMissing, StaffResourceTaken, StaffKnown, StaffUnknown, LastOwner, AlreadyInvited, TooManyInvitations, InvitationJustSent, InvitationUnknown,
    InvitationExpired, InvitationOfAnother, PasswordLinkExpired, PasswordWrong,

    // Of keys for the API.
    OwnersOnly, ApiKeyNameMissing, ApiKeyNameTooLong, ApiKeyNameTaken, ApiKeyAccessMissing, ApiKeyExpiryPassed, ApiKeyLimitInvalid, TooManyApiKeys, ApiKeyUnknown,
    ApiKeyExpired, ApiKeyRevoked,
}

/// <summary>A named "no" with the field it concerns and, for a time, the nearest free ones to offer instead.</summary>
/// <param name="Field">The name of the form's or the request's field; empty when it concerns the whole.</param>
public sealed record Refusal(RefusalReason Reason, string Field = "", IReadOnlyList<Instant>? NearestFree = null)
{
    /// <summary>For staff only: the customer who has what was to be another's.</summary>
    public int? CustomerId { get; init; }

    /// <summary>For staff only: the numbers of the work orders that stand in the way.</summary>
    public IReadOnlyList<int> OrderNumbers { get; init; } = [];

    /// <summary>The number that must not be exceeded, where the settings say it.</summary>
    public int? Limit { get; init; }

    /// <summary>For staff only: what is booked in the time that was to be closed.</summary>
    public IReadOnlyList<AffectedVisit>? Affected { get; init; }

    public static Refusal Of(TimeRefusal refusal) => new(refusal switch
    {
        TimeRefusal.InThePast => RefusalReason.InThePast,
        TimeRefusal.TooSoon => RefusalReason.TooSoon,
        TimeRefusal.BeyondHorizon => RefusalReason.BeyondHorizon,
        TimeRefusal.NotWorking => RefusalReason.NotWorking,
        TimeRefusal.OffGrid => RefusalReason.OffGrid,
        TimeRefusal.TimeTaken => RefusalReason.TimeTaken,
        TimeRefusal.CompanionTaken => RefusalReason.CompanionTaken,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    }, "start");
}

/// <summary>Either the value or the reasons why not.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals) => (this.value, Refusals) = (value, refusals);

    /// <summary>Empty when it succeeded.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }
    public bool IsRefused => Refusals.Count > 0;
    public T Value => IsRefused ? throw new InvalidOperationException($"Refused: {Refusals[0].Reason}") : value!;

    public static implicit operator Outcome<T>(T value) => new(value, []);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);
    public static implicit operator Outcome<T>(RefusalReason reason) => new(default, [new Refusal(reason)]);
    public static implicit operator Outcome<T>(List<Refusal> refusals) => refusals.Count > 0
        ? new(default, refusals)
        : throw new ArgumentException("No refusals, no value", nameof(refusals));
}
