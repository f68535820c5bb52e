using Xunit;

namespace Kabinet.Web.Tests;

/// <summary>Tests that measure the whole process, its memory: they run when all the others are done.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
