using System.Net;
using System.Net.Sockets;

namespace Marketplace.Tests.World;

internal static class Loopback
{
    /// <summary>Listens on a port of its own; the address has no slash at the end.</summary>
    public static (string Url, HttpListener Listener) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
            probe.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add(url + "/");
            try
            {
                listener.Start();
                return (url, listener);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                // Another process took the port between the probe and the start.
                listener.Close();
            }
        }
    }
}
