using System.CommandLine;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.Starting;

namespace Kabinet.Commands;

/// <summary>Who will own the new company.</summary>
internal sealed class OwnerOptions
{
    public const string Help = """
        The owner's password is asked for on the terminal, or read from the standard input (its first line), a file or an environment
        variable. Somebody who signs in to another company already becomes the owner of this one too, with the password that he has.
        """;

    private readonly Option<string?> email = new("--owner") { Description = "E-mail of the owner, who signs in to the back office with it", HelpName = "EMAIL" };
    private readonly Option<string?> name = new("--owner-name") { Description = "The owner's name [default: the e-mail]", HelpName = "NAME" };
    private readonly PasswordOptions passwords;

    public OwnerOptions(Command command, bool isRequired)
    {
        email.Required = isRequired;
        email.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !BookingForm.IsEmail(given)) result.AddError($"'{given}' is no e-mail address");
        });
        command.Add(email);
        command.Add(name);
        passwords = new PasswordOptions(command);
    }

    /// <summary>Null: nobody is named.</summary>
    /// <exception cref="StartException">There is no password, or none that is good enough.</exception>
    public async Task<NewMember?> ReadAsync(ParseResult result, AppDb db, AppointStaff appoint, CancellationToken cancel)
    {
        if (result.GetValue(email) is not { } address) return null;
        var called = result.GetValue(name)?.Trim() is { Length: > 0 } given ? given : address;
        if (await appoint.IsKnownAsync(db, address, cancel)) return new(address, called, null);
        var password = await passwords.ReadAsync(result, address, cancel);
        if (await appoint.FaultsAsync(password) is [var fault, ..]) throw new StartException($"the password will not do: {fault}");
        return new(address, called, password);
    }
}
