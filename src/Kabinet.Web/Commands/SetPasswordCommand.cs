using System.CommandLine;
using Kabinet.Staff;
using Kabinet.Starting;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Commands;

/// <summary>kabinet set-password EMAIL: for somebody who forgot his, where no letter can help him.</summary>
internal static class SetPasswordCommand
{
    public static Command Create(CommonOptions common)
    {
        var email = new Argument<string>("EMAIL") { Description = "The e-mail that the person signs in with" };
        var command = new ExplainedCommand("set-password", "Give somebody who signs in to the back office a new password")
        {
            More = """
                The password is asked for on the terminal, or read from the standard input (its first line), a file or an environment variable.
                Wherever the person was signed in, he is not any more; a lock-out after wrong passwords is over.

                  kabinet set-password olga@mint.example --data /var/lib/kabinet
                """,
        };
        var withoutStep = new Option<bool>("--without-second-step") { Description = "The sign-in asks for no code any more: for somebody who lost his phone and the codes on paper" };
        command.Add(email);
        command.Add(withoutStep);
        var password = new PasswordOptions(command);
        command.SetAction((result, cancel) => RunAsync(result, common, result.GetRequiredValue(email), result.GetValue(withoutStep), password, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CommonOptions common, string email, bool withoutStep, PasswordOptions options, CancellationToken cancel)
    {
        await using var installation = await Installation.OpenAsync(result, common, cancel);
        await using var scope = installation.Scope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        // Before a password is asked for.
        if (await users.FindByEmailAsync(email.Trim()) is not { } user) throw new StartException($"nobody signs in with {email}");
        var password = await options.ReadAsync(result, user.Email!, cancel);
        if (await scope.ServiceProvider.GetRequiredService<AppointStaff>().FaultsAsync(password) is [var fault, ..]) throw new StartException($"the password will not do: {fault}");
        await scope.ServiceProvider.GetRequiredService<SetPassword>().ByAdministratorAsync(user, password);
        if (withoutStep) await scope.ServiceProvider.GetRequiredService<SecondStep>().ForgetAsync(user);
        Console.WriteLine($"{user.Email} has a new password{(withoutStep ? " and no second step" : "")}");
        return ExitCode.Done;
    }
}
