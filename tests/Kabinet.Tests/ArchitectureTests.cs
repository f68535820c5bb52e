using Xunit;

namespace Kabinet.Tests;

public class ArchitectureTests
{
    [Fact]
    public void The_business_knows_only_NodaTime_and_the_language()
    {
        var references = typeof(Kabinet.Scheduling.TimeRange).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain(references, name => name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal));
    }
}
