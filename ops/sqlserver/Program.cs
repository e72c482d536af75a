using Marketplace.SqlServerModel;
using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;

// Builds what the migrator tells an empty SQL Server, and every query of the application, into DacFx's model of a
// database: names, types and references are resolved as for a deployment. No engine runs anything.
var folder = args is [var given] ? given : throw new ArgumentException("Name the folder that the tests wrote their SQL to.");
var objects = Objects.Of(File.ReadAllText(Path.Combine(folder, "script.sql")));
var queries = Queries.In(folder);
if (queries.Count == 0) Console.WriteLine("Nothing but the schema: `make check` collects the queries while it runs the tests.");

var failed = false;
foreach (var version in (SqlServerVersion[])[SqlServerVersion.Sql150, SqlServerVersion.Sql160, SqlServerVersion.Sql170])
{
    using var model = new TSqlModel(version, new TSqlModelOptions { Collation = "Latin1_General_100_BIN2_UTF8" });
    foreach (var sql in (IEnumerable<string>)[.. Users.Sql, .. objects, "CREATE SCHEMA asked", .. queries]) model.AddObjects(sql);

    var messages = model.Validate().Where(m => m.MessageType != DacMessageType.Message).ToList();
    foreach (var message in messages.Take(40)) Console.WriteLine($"  {message}");
    if (messages.Count == 0)
    {
        using var package = new MemoryStream();
        DacPackageExtensions.BuildPackage(package, model, new PackageMetadata { Name = "marketplace", Version = "1.0.0.0" });
    }

    failed |= messages.Count > 0;
    Console.WriteLine($"{version}: {Count(Table.TypeClass)} tables, {Count(SecurityPolicy.TypeClass)} policies with "
        + $"{Count(SecurityPredicate.TypeClass)} predicates, {Count(TableValuedFunction.TypeClass)} functions, "
        + $"{Count(DmlTrigger.TypeClass)} triggers, {Count(Permission.TypeClass)} permissions, {Count(Procedure.TypeClass)} commands: "
        + $"{messages.Count(m => m.MessageType == DacMessageType.Error)} errors, "
        + $"{messages.Count(m => m.MessageType == DacMessageType.Warning)} warnings");

    int Count(ModelTypeClass type) => model.GetObjects(DacQueryScopes.UserDefined, type).Count();
}

return failed ? 1 : 0;
