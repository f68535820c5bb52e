using Kabinet.Companies;
using Kabinet.Staff;

namespace Kabinet.Commands;

/// <summary>What is said of a company that was just made: its addresses below that of the installation, and who signs in.</summary>
internal static class NewCompany
{
    /// <param name="owner">Null: nobody was named.</param>
    public static void Say(string what, Company company, NewMember? owner)
    {
        Console.WriteLine(what);
        Console.WriteLine($"  Cabinet      /{company.Slug}{(company.IsPublished ? "" : "   not open to clients yet")}");
        Console.WriteLine($"  Back office  /office{(owner is null ? "   nobody can sign in yet" : $"   {owner.Email}{(owner.Password is null ? ", with the password as before" : "")}")}");
    }
}
