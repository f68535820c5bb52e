using Kabinet.Customers;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;

namespace Kabinet.Api;

/// <summary>What a client has to know before he books: the company, its rules, the texts he agrees to.</summary>
/// <param name="Company">The address under which the API and the cabinet know it.</param>
/// <param name="TimeZone">IANA id; times without an offset are this zone's.</param>
/// <param name="Currency">ISO 4217; prices are in it.</param>
/// <param name="IsOpen">Is online booking switched on?</param>
/// <param name="Reminders">The minutes before the start that `remindBefore` may name.</param>
/// <param name="Consents">The current texts; `personalData` has to be agreed to, by its version.</param>
public sealed record AboutAnswer(
    string Company, string Name, string TimeZone, string Currency, bool IsOpen, ContactsAnswer Contacts, RulesAnswer Rules,
    IReadOnlyList<int> Reminders, IReadOnlyList<ConsentAnswer> Consents);

public sealed record ContactsAnswer(string Tagline, string Description, string Address, string Directions, string MapUrl, string Phone, string Email, string Website, string Hours);

/// <summary>The rules of online booking; minutes where nothing else is said.</summary>
/// <param name="Step">Between offered starts.</param>
/// <param name="LeadTime">From now to the earliest start.</param>
/// <param name="CancelCutOff">Before the start, after which the client can no longer cancel.</param>
/// <param name="MoveCutOff">Before the start, after which the client can no longer move.</param>
/// <param name="MaxServices">In one visit.</param>
/// <param name="PhoneVerification">never, newClients or always: whether a booking needs a token from POST /codes.</param>
/// <param name="MaxActiveBookings">To come, of one client; null: any number.</param>
/// <param name="Comment">off, optional or required.</param>
/// <param name="CommentPrompt">What the comment is asked for; empty: nothing in particular.</param>
public sealed record RulesAnswer(int Step, int LeadTime, int HorizonDays, int CancelCutOff, int MoveCutOff, int MaxServices, PhoneVerification PhoneVerification,
    int? MaxActiveBookings, CommentRule Comment, string CommentPrompt, bool IsEmailRequired);

/// <param name="Kind">personalData or advertising.</param>
public sealed record ConsentAnswer(ConsentKind Kind, int Version, string Text);

internal static class AboutEndpoint
{
    public static void MapAbout(this IEndpointRouteBuilder api) => api.MapGet("/", AnswerAsync)
        .WithName("getCompany").WithTags("company").WithSummary("The company, its booking rules and consent texts")
        .WithDescription("Read it first: `rules` says what a booking may ask for, `consents` which text the client has to agree to.")
        .Answers<AboutAnswer>();

    private static async Task<IResult> AnswerAsync(ApiCall call, ConsentTexts texts)
    {
        if (new ApiQuery(call).Problem is { } problem) return problem;
        var (company, about, rules) = (call.Company, call.Company.About, call.Company.OnlineBooking);
        List<ConsentAnswer> consents = [];
        foreach (var kind in Enum.GetValues<ConsentKind>())
            if (await texts.FindAsync(company.Id, kind, null, call.Http.RequestAborted) is { } text) consents.Add(new ConsentAnswer(kind, text.Version, text.Text));
        return TypedResults.Json(new AboutAnswer(
            company.Slug, company.Name, company.TimeZone, "RUB", company.IsPublished,
            new ContactsAnswer(about.Tagline, about.Description, about.Address, about.Directions, about.MapUrl, about.Phone, about.Email, about.Website, about.Hours),
            new RulesAnswer(rules.Step, rules.LeadTime, rules.HorizonDays, rules.CancelCutOff, rules.MoveCutOff,
                rules.AllowsSeveralServices ? Choice.MaxServices : 1, rules.PhoneVerification,
                rules.MaxActiveBookings, rules.Comment, rules.CommentPrompt, rules.IsEmailRequired),
            Reminder.Choices, consents));
    }
}
