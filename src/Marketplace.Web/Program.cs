using Marketplace.Web.Commands;

return await Verbs.RunAsync(args);
