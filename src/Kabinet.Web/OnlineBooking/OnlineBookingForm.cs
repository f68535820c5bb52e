using System.Globalization;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>«Онлайн-запись» as an owner typed it, unchecked: null where what was typed is no number and no time. See <see cref="OnlineBookingSettings"/>.</summary>
public sealed record OnlineBookingForm
{
    public int? Step { get; set; }
    public StartGrid Grid { get; set; }
    public int? LeadTime { get; set; }
    public int? HorizonDays { get; set; }
    public int? HoldMinutes { get; set; }
    public int? CancelCutOff { get; set; }
    public int? MoveCutOff { get; set; }
    public bool AllowsSeveralServices { get; set; }

    /// <summary>Null: the first open one, whichever that is.</summary>
    public int? ArrivalStateId { get; set; }
    public PhoneVerification PhoneVerification { get; set; }

    /// <summary>As typed; empty: any number.</summary>
    public string MaxActiveBookings { get; set; } = "";
    public AnySpecialistRule AnySpecialist { get; set; }
    public CommentRule Comment { get; set; } = CommentRule.Optional;
    public string CommentPrompt { get; set; } = "";
    public bool IsEmailRequired { get; set; }
    public LocalTime? DayFrom { get; set; }
    public LocalTime? EveningFrom { get; set; }

    public static OnlineBookingForm Of(OnlineBookingSettings settings) => new()
    {
        Step = settings.Step,
        Grid = settings.Grid,
        LeadTime = settings.LeadTime,
        HorizonDays = settings.HorizonDays,
        HoldMinutes = settings.HoldMinutes,
        CancelCutOff = settings.CancelCutOff,
        MoveCutOff = settings.MoveCutOff,
        AllowsSeveralServices = settings.AllowsSeveralServices,
        ArrivalStateId = settings.ArrivalStateId,
        PhoneVerification = settings.PhoneVerification,
        MaxActiveBookings = settings.MaxActiveBookings?.ToString(CultureInfo.InvariantCulture) ?? "",
        AnySpecialist = settings.AnySpecialist,
        Comment = settings.Comment,
        CommentPrompt = settings.CommentPrompt,
        IsEmailRequired = settings.IsEmailRequired,
        DayFrom = settings.DayFrom,
        EveningFrom = settings.EveningFrom,
    };

    /// <summary>What is wrong with it by itself, field by field; whether the state is one for new bookings is asked elsewhere.</summary>
    public IEnumerable<Refusal> Check()
    {
        if (Step is not (>= 1 and <= OnlineBookingSettings.MaxStep)) yield return new Refusal(RefusalReason.StepInvalid, "step");
        if (!IsMinutesBefore(LeadTime)) yield return new Refusal(RefusalReason.LeadTimeInvalid, "leadTime");
        if (HorizonDays is not (>= 0 and <= OnlineBookingSettings.MaxHorizonDays)) yield return new Refusal(RefusalReason.HorizonInvalid, "horizonDays");
        if (MaxActiveBookings.Trim().Length > 0 && MostBookings is not (>= 1 and <= OnlineBookingSettings.MaxBookings)) yield return new Refusal(RefusalReason.MaxBookingsInvalid, "maxActiveBookings");
        if (CommentPrompt.Trim().Length > OnlineBookingSettings.MaxCommentPromptLength) yield return new Refusal(RefusalReason.CommentPromptTooLong, "commentPrompt");
        if (DayFrom is null) yield return new Refusal(RefusalReason.DayPartInvalid, "dayFrom");
        if (EveningFrom is null) yield return new Refusal(RefusalReason.DayPartInvalid, "eveningFrom");
        if (DayFrom >= EveningFrom) yield return new Refusal(RefusalReason.DayPartsOutOfOrder, "eveningFrom");
        if (HoldMinutes is not (>= 1 and <= OnlineBookingSettings.MaxHoldMinutes)) yield return new Refusal(RefusalReason.HoldInvalid, "holdMinutes");
        if (!IsMinutesBefore(CancelCutOff)) yield return new Refusal(RefusalReason.CutOffInvalid, "cancelCutOff");
        if (!IsMinutesBefore(MoveCutOff)) yield return new Refusal(RefusalReason.CutOffInvalid, "moveCutOff");
    }

    /// <summary>After <see cref="Check"/>: the settings with what the form says.</summary>
    public OnlineBookingSettings On(OnlineBookingSettings settings) => settings with
    {
        Step = Step!.Value,
        Grid = Grid,
        LeadTime = LeadTime!.Value,
        HorizonDays = HorizonDays!.Value,
        HoldMinutes = HoldMinutes!.Value,
        CancelCutOff = CancelCutOff!.Value,
        MoveCutOff = MoveCutOff!.Value,
        AllowsSeveralServices = AllowsSeveralServices,
        ArrivalStateId = ArrivalStateId,
        PhoneVerification = PhoneVerification,
        MaxActiveBookings = MostBookings,
        AnySpecialist = AnySpecialist,
        Comment = Comment,
        CommentPrompt = CommentPrompt.Trim(),
        IsEmailRequired = IsEmailRequired,
        DayFrom = DayFrom!.Value,
        EveningFrom = EveningFrom!.Value,
    };

    private int? MostBookings => int.TryParse(MaxActiveBookings, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsMinutesBefore(int? minutes) => minutes is >= 0 and <= OnlineBookingSettings.MaxMinutesBefore;
}
