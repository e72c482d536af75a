namespace Marketplace.App.Seeding.Reading;

/// <summary>The demo data is wrong: says in which file and where.</summary>
public sealed class SeedDataException(string file, string place, string message)
    : Exception($"{file}, {place}: {message}");
