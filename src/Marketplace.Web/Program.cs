using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Http;

var builder = WebApplication.CreateBuilder(args);
builder.AddPages();
var app = builder.Build();
app.UseSecurityHeaders();
app.UseAssets();
app.MapRazorPages();
app.Run();
