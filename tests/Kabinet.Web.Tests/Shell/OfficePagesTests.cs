using System.Reflection;
using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.Home;
using Kabinet.Shell;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Kabinet.Web.Tests.Shell;

public class OfficePagesTests
{
    public static TheoryData<Type> Pages() =>
        [.. typeof(Program).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any())];

    /// <summary>Where somebody without a place in a company has something to do.</summary>
    private static readonly Type[] OfStrangers = [typeof(SignIn), typeof(SecondStepPage), typeof(ForgottenPasswordPage), typeof(NewPasswordPage), typeof(InvitationPage), typeof(NewCompanyPage)];

    /// <summary>Where a specialist has something to do; everything else is for managers or owners.</summary>
    private static readonly Type[] OfSpecialists =
        [typeof(HomePage), typeof(WorkOrdersPage), typeof(WorkOrderPage), typeof(CustomersPage), typeof(CustomerPage), typeof(AccountPage), typeof(NoAccess), typeof(NotFoundPage), typeof(UnknownPage)];

    [Theory, MemberData(nameof(Pages))]
    public void A_specialist_opens_his_own_work_and_nothing_of_the_companys_settings(Type page)
    {
        var policies = page.GetCustomAttributes<AuthorizeAttribute>().Select(one => one.Policy);
        var isForAll = !policies.Any(policy => policy is StaffPolicies.Management or StaffPolicies.Ownership);
        Assert.Equal(OfStrangers.Contains(page) || OfSpecialists.Contains(page), isForAll);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_page_is_under_office_and_but_for_the_way_in_closed_to_strangers(Type page)
    {
        Assert.All(page.GetCustomAttributes<RouteAttribute>(), route => Assert.StartsWith("/office/", route.Template + "/", StringComparison.Ordinal));
        Assert.Equal(!OfStrangers.Contains(page), page.GetCustomAttributes<AllowAnonymousAttribute>().Any() == false);
        Assert.NotEmpty(page.GetCustomAttributes<AuthorizeAttribute>());
    }
}
