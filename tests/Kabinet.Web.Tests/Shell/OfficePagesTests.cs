using System.Reflection;
using Kabinet.Companies;
using Kabinet.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Kabinet.Web.Tests.Shell;

public class OfficePagesTests
{
    public static TheoryData<Type> Pages() =>
        [.. typeof(Program).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any())];

    /// <summary>Where somebody without a place in a company has something to do.</summary>
    private static readonly Type[] OfStrangers = [typeof(SignIn), typeof(NewCompanyPage)];

    [Theory, MemberData(nameof(Pages))]
    public void Every_page_is_under_office_and_but_for_the_way_in_closed_to_strangers(Type page)
    {
        Assert.All(page.GetCustomAttributes<RouteAttribute>(), route => Assert.StartsWith("/office/", route.Template + "/", StringComparison.Ordinal));
        Assert.Equal(!OfStrangers.Contains(page), page.GetCustomAttributes<AllowAnonymousAttribute>().Any() == false);
        Assert.NotEmpty(page.GetCustomAttributes<AuthorizeAttribute>());
    }
}
